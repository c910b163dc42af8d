"""What each letter says, in the language that is active while it is written."""

from django.utils.translation import gettext as _

from weefsel.identity.letters.layout import Wording


def sign_in_code(*, code: str, place: str) -> Wording:
    """The code that somebody asked for."""
    return Wording(
        subject=_("Your code to sign in: %(code)s") % {"code": code},
        before=(_("Type this code on the page where you asked for it. It works once, and for a few minutes."),),
        code=code,
        after=(_("You did not ask for it? Then do nothing: without the code nobody gets in."),),
        foot=_foot(place),
    )


def password_link(*, link: str, place: str) -> Wording:
    """The link to choose a new password."""
    return Wording(
        subject=_("Choose a new password"),
        before=(_("You asked to choose a new password. This link leads to the page for it, once."),),
        link=link,
        link_label=_("Choose a new password"),
        after=(_("You did not ask for it? Then do nothing: your password stays as it is."),),
        foot=_foot(place),
    )


def invitation(*, link: str, network: str, inviter: str, days: int) -> Wording:
    """The letter that lets somebody in."""
    opening = (
        _("%(inviter)s invites you to %(network)s.") % {"inviter": inviter, "network": network}
        if inviter
        else _("You are invited to %(network)s.") % {"network": network}
    )
    return Wording(
        subject=_("You are invited to %(network)s") % {"network": network},
        before=(
            opening,
            _("It is where the people of %(network)s and those they work with find each other.") % {"network": network},
        ),
        link=link,
        link_label=_("Come in"),
        after=(
            _("The link works once, for %(days)s days. You need no password.") % {"days": days},
            _("You do not know what this is about? Then do nothing, and nothing happens."),
        ),
        foot=network,
    )


def account_changed(*, kind: str, place: str) -> Wording:
    """Somebody changed how this account signs in: so that its owner knows when it was not them."""
    changes = {
        "password_changed": _("The password of your account was changed."),
        "password_reset": _("The password of your account was changed by the link in a letter."),
        "password_set": _("Your account has a password now."),
        "totp_activated": _("Your account asks for a code of an authenticator app from now on."),
        "totp_deactivated": _("Your account no longer asks for a code of an authenticator app."),
        "recovery_codes_generated": _("New recovery codes were made for your account. The old ones no longer work."),
        "webauthn_added": _("A passkey was added to your account."),
        "webauthn_removed": _("A passkey was taken away from your account."),
    }
    return Wording(
        subject=_("How you sign in has changed"),
        before=(changes.get(kind, _("Something about how you sign in was changed.")),),
        after=(
            _(
                "Was it you? Then all is well. If not, sign in by a code, choose a new password "
                "and end the other sign-ins under Settings."
            ),
        ),
        foot=_foot(place),
    )


def _foot(place: str) -> str:
    return _("This letter comes from %(place)s.") % {"place": place}
