from weefsel.communities.models.community import Charter, Community, SharedWith
from weefsel.communities.models.membership import CommunityInvitation, JoinRequest, Membership

__all__ = ["Charter", "Community", "CommunityInvitation", "JoinRequest", "Membership", "SharedWith"]
