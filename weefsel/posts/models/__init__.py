from weefsel.posts.models.home import Home
from weefsel.posts.models.post import Mention, Post, PostTopic, PostVersion, Topic
from weefsel.posts.models.reader import Draft, Pin, Reaction, Saved, SeenMark, ThreadFollow

__all__ = [
    "Draft",
    "Home",
    "Mention",
    "Pin",
    "Post",
    "PostTopic",
    "PostVersion",
    "Reaction",
    "Saved",
    "SeenMark",
    "ThreadFollow",
    "Topic",
]
