from weefsel.communities.models.community import Charter, Community, FormerSlug, SharedWith
from weefsel.communities.models.membership import CommunityInvitation, JoinRequest, Membership

__all__ = ["Charter", "Community", "CommunityInvitation", "FormerSlug", "JoinRequest", "Membership", "SharedWith"]
