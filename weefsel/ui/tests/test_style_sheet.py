import re

from weefsel.ui.storage import bundle
from weefsel.ui.tests.sheet import CSS, themes

LAYERS = ["reset", "tokens", "base", "layout", "components", "features", "utilities"]
IMPORT = re.compile(r'@import url\("([^"]+)"\) layer\((\w+)\)')


def imports() -> list[tuple[str, str]]:
    return IMPORT.findall((CSS / "app.css").read_text())


def test_layers_are_named_once_and_in_their_order() -> None:
    sheet = (CSS / "app.css").read_text()

    assert re.findall(r"@layer ([^;{]+);", sheet) == [", ".join(LAYERS)]


def test_every_file_is_imported_into_the_layer_of_its_folder() -> None:
    files = {path.relative_to(CSS).as_posix() for path in CSS.rglob("*.css")} - {"app.css"}

    assert files == {file for file, _ in imports()}
    for file, layer in imports():
        folder = file.partition("/")[0] if "/" in file else {"print.css": "utilities"}.get(file, file[: -len(".css")])
        assert layer == folder


def test_layers_follow_one_another() -> None:
    order = [LAYERS.index(layer) for _, layer in imports()]

    assert order == sorted(order)


def test_files_open_no_layer_and_import_nothing_themselves() -> None:
    for file, _ in imports():
        text = (CSS / file).read_text()
        assert "@layer" not in text, file
        assert "@import" not in text, file
        assert text.count("{") == text.count("}"), file


def test_colours_stand_in_tokens_alone() -> None:
    # White is what a camera needs behind a code, and what paper is.
    for path in (*CSS.glob("components/*.css"), *CSS.glob("layout/*.css"), *CSS.glob("features/*.css")):
        text = re.sub(r"url\([^)]*\)|/\*.*?\*/|href\^=", "", path.read_text(), flags=re.DOTALL)
        assert set(re.findall(r"#[0-9a-fA-F]{3,8}\b", text)) <= {"#fff"}, path.name


def test_every_token_that_is_used_exists() -> None:
    text = "\n".join(path.read_text() for path in CSS.rglob("*.css"))
    defined = set(re.findall(r"(--[\w-]+):", text))

    assert set(re.findall(r"var\((--[\w-]+)[,)]", text)) <= defined
    assert "--linen" in defined
    assert set(themes()["light"]) == set(themes()["dark"])


def test_the_bundle_holds_every_rule_in_its_layer_and_no_import() -> None:
    whole = bundle((CSS / "app.css").read_text(), lambda name: (CSS / name).read_text())

    assert "@import" not in whole
    assert "@layer components {\n.icon {" in whole
    assert "@media print {\n@layer utilities {" in whole
    assert whole.count("{") == whole.count("}")


def test_nothing_is_fetched_from_elsewhere() -> None:
    for path in CSS.rglob("*.css"):
        for address in re.findall(r'url\("?([^")]+)', path.read_text()):
            assert address.startswith("data:") or path.name == "app.css", path.name
