"""Slack's reactions as Weefsel's five; what has no home among them is told in the account, never invented."""

_BY_KIND = {
    "like": (
        "+1 thumbsup thumbs_up heart hearts heart_eyes ok_hand white_check_mark heavy_check_mark smile smiley grinning "
        "slightly_smiling_face blush thumbsup_all joy laughing"
    ),
    "thanks": "pray bow raised_hands thank_you thanks thankyou ty man-bowing woman-bowing bouquet merci dank",
    "insightful": "bulb brain mag thinking_face nerd_face point_up eyes exploding_head light_bulb open_mouth",
    "celebrate": (
        "tada clap confetti_ball rocket fire 100 partying_face party_parrot partyparrot trophy beers champagne star"
    ),
    "support": "hugging_face muscle people_hugging hug sob cry disappointed broken_heart sunflower four_leaf_clover",
}
KIND_OF = {name: kind for kind, names in _BY_KIND.items() for name in names.split()}
