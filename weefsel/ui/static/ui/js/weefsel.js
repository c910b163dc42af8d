// The entry: what every page loads. Pages work without it; each module makes one thing quicker.
import "./acts.js";
import "./copy.js";
import "./dialog.js";
import "./draft.js";
import "./grow.js";
import "./keys.js";
import "./menu.js";
import "./news.js";
import "./preview.js";
import "./press.js";
import "./send.js";
import "./suggest.js";
import "./theme.js";
import "./times.js";
