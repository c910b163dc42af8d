"""The one typed reader of the environment: every setting of an installation, its default, and what it may be."""

import os
import secrets
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import environs

CHECKOUT = Path(__file__).resolve().parents[2]


class WrongSetting(Exception):
    """A setting that cannot be used; its text says which, why, and what is allowed."""


def _setting(doc: str, default: Any) -> Any:
    return field(default=default, metadata={"doc": doc})


@dataclass(frozen=True, slots=True)
class Environment:
    """What an operator can set. Each is ``WEEFSEL_`` and the name in capitals, or the same with ``_FILE``."""

    home: str = _setting("Folder of the network: database, secret key, mail, files. In a checkout `var/`.", "")
    base_url: str = _setting("Address under which people reach the network, such as `https://weefsel.example`.", "")
    database_url: str = _setting("Empty for SQLite in the home, or `postgres://user:password@host/name`.", "")
    cache_url: str = _setting("Empty for a cache inside the process and the database.", "")
    email_url: str = _setting(
        "Empty for files in the home, or `smtp://user:password@host:port?tls=starttls|ssl|none`.", ""
    )
    email_from: str = _setting("Sender of letters. Empty for `weefsel@` and the host of the base address.", "")
    secret_key: str = _setting("Empty for a key made once and kept in the home with mode 0600.", "")
    log_format: str = _setting("`text` or `json`; JSON lines carry a request id.", "text")
    log_level: str = _setting("`debug`, `info`, `warning` or `error`.", "info")
    log_requests: bool = _setting("`true` or `false`: a line for each request, without what was asked.", False)
    upload_megabytes: int = _setting("Largest body that a request may send, in megabytes, 1 to 4096.", 512)
    threads: int = _setting("Threads that answer pages in each process, 1 to 64.", 4)
    trusted_proxies: int = _setting("How many proxies in front may add forwarded headers, 0 to 5.", 0)
    debug: bool = _setting("`true` or `false`; only for developing.", False)


CHOICES: dict[str, tuple[str, ...]] = {
    "log_format": ("text", "json"),
    "log_level": ("debug", "info", "warning", "error"),
}
RANGES: dict[str, tuple[int, int]] = {
    "threads": (1, 64),
    "trusted_proxies": (0, 5),
    "upload_megabytes": (1, 4096),
}
SCHEMES: dict[str, tuple[str, ...]] = {
    "base_url": ("http", "https"),
    "database_url": ("postgres", "postgresql", "sqlite"),
    "cache_url": ("redis", "rediss"),
    "email_url": ("smtp", "file"),
}


def read_environment() -> Environment:
    """Read every ``WEEFSEL_`` variable. Raises ``WrongSetting`` for an unknown name or a value that is not allowed."""
    names = {f.name for f in fields(Environment)}
    _refuse_unknown(names)
    found: dict[str, Any] = {}
    reader = environs.Env(expand_vars=False)
    for f in fields(Environment):
        variable = f"WEEFSEL_{f.name.upper()}"
        raw = _raw(reader, variable)
        if raw is None:
            continue
        found[f.name] = _parsed(variable, raw, f.name, f.default)
    return Environment(**found)


def home_folder(environment: Environment) -> Path:
    """The folder that was named, or ``var`` in a checkout. Raises ``WrongSetting`` where neither is."""
    if environment.home:
        return Path(environment.home).absolute()
    if not (CHECKOUT / "pyproject.toml").is_file():
        raise WrongSetting("WEEFSEL_HOME is not set. Set it to a folder that only the user that runs Weefsel may read.")
    return CHECKOUT / "var"


def secret_key(environment: Environment) -> str:
    """The key of this network: set, or made once in the home. Without a home yet, one for this process."""
    if environment.secret_key:
        return environment.secret_key
    path = home_folder(environment) / "secret-key"
    if path.exists():
        return path.read_text().strip()
    return secrets.token_urlsafe(50)


def _refuse_unknown(names: set[str]) -> None:
    known = {f"WEEFSEL_{n.upper()}" for n in names} | {f"WEEFSEL_{n.upper()}_FILE" for n in names}
    for variable in sorted(os.environ):
        if variable.startswith("WEEFSEL_") and variable not in known:
            allowed = ", ".join(sorted(f"WEEFSEL_{n.upper()}" for n in names))
            raise WrongSetting(f"{variable} is not a setting of Weefsel. The settings are: {allowed}.")


def _raw(reader: environs.Env, variable: str) -> str | None:
    path = reader.str(f"{variable}_FILE", default=None)
    if path is None:
        value: str | None = reader.str(variable, default=None)
        return value
    try:
        return Path(path).read_text().strip()
    except OSError as problem:
        raise WrongSetting(f"{variable}_FILE names {path}, which cannot be read: {problem.strerror}.") from None


def _parsed(variable: str, raw: str, name: str, default: Any) -> Any:
    if isinstance(default, bool):
        return _parsed_bool(variable, raw)
    if isinstance(default, int):
        return _parsed_int(variable, raw, RANGES[name])
    if name in CHOICES and raw not in CHOICES[name]:
        raise WrongSetting(f"{variable} is “{raw}”; it may be {' or '.join(CHOICES[name])}.")
    if name in SCHEMES and raw and urlsplit(raw).scheme not in SCHEMES[name]:
        allowed = " or ".join(f"{s}://…" for s in SCHEMES[name])
        raise WrongSetting(f"{variable} must be an address that begins with {allowed}.")
    if name == "base_url" and raw and not _is_origin(raw):
        raise WrongSetting(f"{variable} must name a host and nothing after it, such as https://weefsel.example.")
    return raw


def _is_origin(address: str) -> bool:
    parts = urlsplit(address)
    return bool(parts.hostname) and parts.path in {"", "/"} and not parts.query and not parts.fragment


def _parsed_bool(variable: str, raw: str) -> bool:
    if raw.lower() not in {"true", "false"}:
        raise WrongSetting(f"{variable} is “{raw}”; it may be true or false.")
    return raw.lower() == "true"


def _parsed_int(variable: str, raw: str, bounds: tuple[int, int]) -> int:
    low, high = bounds
    if not raw.isdigit() or not low <= int(raw) <= high:
        raise WrongSetting(f"{variable} is “{raw}”; it may be a whole number from {low} to {high}.")
    return int(raw)
