from django.urls import URLPattern, URLResolver, path

from weefsel.posts.web import acts, drafts, edit, lists, reactions, reply, take_away, while_typing, write
from weefsel.posts.web.thread import thread

urlpatterns: list[URLPattern | URLResolver] = [
    path("posts/new/", write.write, name="write"),
    path("posts/audience/", write.audience, name="audience"),
    path("posts/preview/", while_typing.preview, name="preview"),
    path("posts/suggest/", while_typing.suggest, name="suggest"),
    path("posts/draft/", drafts.keep, name="keep_draft"),
    path("posts/draft/drop/", drafts.drop, name="drop_draft"),
    path("posts/<int:post_id>/", thread, name="thread"),
    path("posts/<int:post_id>/reply/", reply.reply, name="reply"),
    path("posts/<int:post_id>/edit/", edit.edit, name="edit_post"),
    path("posts/<int:post_id>/history/", edit.history, name="post_history"),
    path("posts/<int:post_id>/delete/", take_away.delete, name="delete_post"),
    path("posts/<int:post_id>/remove/", take_away.remove, name="remove_post"),
    path("posts/<int:post_id>/react/", acts.react, name="react"),
    path("posts/<int:post_id>/reactions/", reactions.reactions, name="reactions"),
    path("posts/<int:post_id>/save/", acts.save, name="save_post"),
    path("posts/<int:post_id>/unsave/", acts.unsave, name="unsave_post"),
    path("posts/<int:post_id>/follow/", acts.follow, name="follow_thread"),
    path("posts/<int:post_id>/unfollow/", acts.unfollow, name="unfollow_thread"),
    path("posts/<int:post_id>/pin/", acts.pin, name="pin_post"),
    path("posts/<int:post_id>/unpin/", acts.unpin, name="unpin_post"),
    path("posts/<int:post_id>/lock/", acts.lock, name="lock_thread"),
    path("posts/<int:post_id>/unlock/", acts.unlock, name="unlock_thread"),
    path("saved/", lists.saved, name="saved"),
    path("drafts/", drafts.drafts, name="drafts"),
    path("topics/<str:name>/", lists.topic, name="topic"),
]
