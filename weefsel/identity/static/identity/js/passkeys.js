// Passkeys: asks the browser for one and puts its answer into the form. Forms say what they want in data-passkey.

const toBytes = (text) => Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (c) => c.charCodeAt(0));
const toText = (bytes) =>
  btoa(String.fromCharCode(...new Uint8Array(bytes))).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");

const decoded = (list) => (list ?? []).map((entry) => ({ ...entry, id: toBytes(entry.id) }));

function options({ publicKey }) {
  const given = { ...publicKey, challenge: toBytes(publicKey.challenge) };
  if (publicKey.user) given.user = { ...publicKey.user, id: toBytes(publicKey.user.id) };
  if (publicKey.excludeCredentials) given.excludeCredentials = decoded(publicKey.excludeCredentials);
  if (publicKey.allowCredentials) given.allowCredentials = decoded(publicKey.allowCredentials);
  return { publicKey: given };
}

function answer(credential) {
  const { response } = credential;
  const told = { clientDataJSON: toText(response.clientDataJSON) };
  if (response.attestationObject) {
    told.attestationObject = toText(response.attestationObject);
    told.transports = response.getTransports?.() ?? [];
  } else {
    told.authenticatorData = toText(response.authenticatorData);
    told.signature = toText(response.signature);
    told.userHandle = response.userHandle ? toText(response.userHandle) : null;
  }
  return JSON.stringify({
    type: credential.type,
    id: credential.id,
    rawId: toText(credential.rawId),
    authenticatorAttachment: credential.authenticatorAttachment,
    clientExtensionResults: credential.getClientExtensionResults(),
    response: told,
  });
}

const dataInPage = () => JSON.parse(document.getElementById("passkey-data").textContent);

const ways = {
  async "sign-in"(form) {
    const told = await fetch(form.action, { headers: { Accept: "application/json" } });
    if (!told.ok) throw new Error("No challenge came.");
    return navigator.credentials.get(options((await told.json()).request_options));
  },
  async prove() {
    return navigator.credentials.get(options(dataInPage().request_options));
  },
  async add() {
    const wanted = options(dataInPage().creation_options);
    wanted.publicKey.authenticatorSelection = {
      ...wanted.publicKey.authenticatorSelection,
      residentKey: "required",
      requireResidentKey: true,
      userVerification: "required",
    };
    return navigator.credentials.create(wanted);
  },
};

function say(form, sentence) {
  const place = form.querySelector("[data-passkey-wrong]");
  place.textContent = sentence;
  place.hidden = !sentence;
}

for (const form of document.querySelectorAll("form[data-passkey]")) {
  if (!window.PublicKeyCredential) continue;
  form.hidden = false;
  form.addEventListener("submit", async (event) => {
    if (form.elements.credential.value) return;
    event.preventDefault();
    say(form, "");
    try {
      form.elements.credential.value = answer(await ways[form.dataset.passkey](form));
    } catch {
      say(form, form.dataset.failed);
      return;
    }
    form.submit();
  });
}
