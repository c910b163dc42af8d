"""The table of the whole site: which role may give which command. A test tries every cell.

``ROLES`` are the columns, ``GRANTS`` the rows. A job here has every power that a job can be given.
"""

ROLES = (
    "stranger",
    "external",
    "external member",
    "employee",
    "member",
    "moderator",
    "owner",
    "network moderator",
    "steward",
    "works council",
    "former member",
    "job",
)

# In a community on request that is shared with a customer, unless the row says otherwise.
MEMBERS = {"external member", "member", "moderator", "owner"}
INSIDE_MEMBERS = {"member", "moderator", "owner"}
MODERATORS = {"moderator", "owner"}
EMPLOYEES = {"employee", "member", "moderator", "owner", "network moderator", "steward", "works council"}
OUTSIDERS = {"external", "external member"}
EVERYBODY = EMPLOYEES | OUTSIDERS
READERS = EMPLOYEES | {"external member"}
NEVER_MEMBERS = EMPLOYEES - INSIDE_MEMBERS

GRANTS: dict[str, set[str]] = {
    # communities
    "communities.open_community": EMPLOYEES,
    "communities.change_community": {"owner"},
    "communities.archive_community": {"owner"},
    "communities.reopen_community": {"owner"},
    "communities.share_community": {"owner"},
    "communities.write_charter": {"owner"},
    "communities.set_member_role": {"owner"},
    "communities.remove_member": MODERATORS,
    "communities.join_community": EMPLOYEES,
    "communities.ask_to_join": EMPLOYEES,
    "communities.withdraw_request": set(),
    "communities.approve_request": MODERATORS,
    "communities.decline_request": MODERATORS,
    "communities.invite_person": MODERATORS,
    "communities.invite_address": MODERATORS,
    "communities.invite_domain": MODERATORS,
    "communities.accept_invitation_to": set(),
    "communities.decline_invitation_to": set(),
    "communities.withdraw_invitation": MODERATORS,
    "communities.use_invitation_link": OUTSIDERS,
    "communities.accept_rules": MEMBERS,
    "communities.leave_community": MEMBERS,
    "communities.import_community": {"job"},
    "communities.pass_on_ownerships": {"steward", "job"},
    # posts
    "posts.publish_post": MEMBERS,
    "posts.reply": MEMBERS,
    "posts.react": MEMBERS,
    "posts.take_back_reaction": MEMBERS,
    "posts.edit_post": MEMBERS,
    "posts.delete_post": MEMBERS,
    "posts.remove_post": MODERATORS,
    "posts.pin_post": MODERATORS,
    "posts.unpin_post": MODERATORS,
    "posts.lock_thread": MODERATORS,
    "posts.unlock_thread": MODERATORS,
    "posts.save_post": READERS,
    "posts.unsave_post": EVERYBODY,
    "posts.follow_thread": READERS,
    "posts.unfollow_thread": READERS,
    "posts.keep_draft": READERS,
    "posts.drop_draft": EVERYBODY,
    "posts.mark_seen": EVERYBODY,
    "posts.import_posts": {"job"},
    "posts.refresh_cards": {"job"},
    "posts.mend_latest_ids": {"job"},
    # notices: an inbox is its owner's alone
    "notices.finish_notice": {"member"},
    "notices.reopen_notice": {"member"},
    "notices.finish_all": EVERYBODY,
    "notices.tell_of_mention": {"job"},
    "notices.tell_of_reply": {"job"},
    "notices.tell_of_invitation": {"job"},
    "notices.tell_of_request": {"job"},
    "notices.tell_of_role": {"job"},
    "notices.tell_of_lost_owner": {"job"},
    "notices.settle_request": {"job"},
    "notices.settle_invitation": {"job"},
    "notices.settle_unseen": {"job"},
    # people
    "people.import_person": {"steward", "job"},
    "people.import_hierarchy": {"steward", "job"},
    "people.mend_closure": {"job"},
    "people.sync_people": {"steward", "job"},
    "people.add_person": {"steward"},
    "people.end_person": {"steward", "job"},
    "people.bring_person_back": {"steward", "job"},
    "people.link_placeholder": {"steward", "job"},
    "people.unlink_placeholder": {"steward", "job"},
    "people.save_profile": EVERYBODY,
    "people.set_ask_me_about": EVERYBODY,
    "people.follow_person": EMPLOYEES,
    "people.unfollow_person": EMPLOYEES,
    "people.finish_welcome": EVERYBODY,
    "people.keep_sync_file": {"steward", "job"},
    "people.drop_sync_file": {"steward", "job"},
    "people.preview_sync": {"steward", "job"},
    "people.start_sync": {"steward", "job"},
    "people.run_sync": {"steward", "job"},
    # transfer
    "transfer.start_import": {"steward", "job"},
    "transfer.run_import": {"job"},
    "transfer.import_slack": {"job"},
}
