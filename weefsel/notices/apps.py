from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class NoticesConfig(AppConfig):
    name = "weefsel.notices"
    label = "notices"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from weefsel.kernel.seams.notice_kinds import NoticeKind, add_notice_kind  # noqa: PLC0415 - read when all is loaded
        from weefsel.notices import listeners  # noqa: F401, PLC0415 - they register themselves
        from weefsel.notices.terms import Kind  # noqa: PLC0415

        for kind in (
            NoticeKind(
                name=Kind.MENTIONED,
                sentence=_("%(by)s mentioned you in %(where)s"),
                reason=_("You were mentioned by name"),
                icon="mention",
            ),
            NoticeKind(
                name=Kind.ANSWERED,
                sentence=_("%(by)s replied in %(where)s"),
                reason=_("You wrote in this thread, or follow it"),
                icon="reply",
            ),
            NoticeKind(
                name=Kind.INVITED,
                sentence=_("%(by)s invited you to %(where)s"),
                reason=_("You were invited by name; an answer is enough, also a no"),
                icon="invite",
            ),
            NoticeKind(
                name=Kind.ASKED,
                sentence=_("%(by)s asks to join %(where)s"),
                reason=_("You look after this community"),
                icon="community",
            ),
            NoticeKind(
                name=Kind.DECIDED,
                sentence=_("%(by)s answered your request to join %(where)s"),
                reason=_("You asked to join"),
                icon="community",
            ),
            NoticeKind(
                name=Kind.OWNER,
                sentence=_("%(by)s made you an owner of %(where)s"),
                reason=_("You look after this community from now on"),
                icon="steward",
            ),
            NoticeKind(
                name=Kind.TAKE_OVER,
                sentence=_("%(by)s has left, and %(where)s has no owner any more"),
                reason=_("You are a steward: name another owner, or archive it"),
                icon="steward",
            ),
        ):
            add_notice_kind(kind)
