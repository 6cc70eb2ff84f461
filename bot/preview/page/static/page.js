// The page of the local Discord. The server renders all HTML and sends patches. This script applies them and
// sends what is typed, chosen and pressed.

const byId = (id) => document.getElementById(id);
const query = () => new URLSearchParams(new FormData(byId("view"))).toString();

function parsed(html) {
  const template = document.createElement("template");
  template.innerHTML = html;
  return template.content.firstElementChild;
}

async function send(path, body) {
  try {
    const options = { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) };
    const response = await fetch(`/${path}?${query()}`, options);
    const text = await response.text();
    byId("alert").textContent = response.ok ? "" : text;
    return response.ok ? text : null;
  } catch {
    byId("alert").textContent = byId("alert").dataset.lost;
    return null;
  }
}

// --- Patches from the server --------------------------------------------------------------------------

let events;

function listen() {
  events?.close();
  events = new EventSource(`/events?${query()}`);
  events.onopen = () => (byId("alert").textContent = "");
  events.onerror = () => (byId("alert").textContent = byId("alert").dataset.lost);
  events.onmessage = (event) => JSON.parse(event.data).forEach(apply);
}

function apply({ id, html, into, focus }) {
  const log = byId("log");
  const atEnd = log.scrollHeight - log.scrollTop - log.clientHeight < 120;
  const old = byId(id);
  const held = old?.contains(document.activeElement) ? document.activeElement : null;
  const next = parsed(html);
  if (!next) old?.remove();
  else if (old) old.replaceWith(next);
  else byId(into)?.append(next);
  if (held) (next ? (successor(next, held) ?? next) : byId("log")).focus();
  if (focus && next) next.focus();
  if (next?.matches("dialog")) openForm(next);
  if (next?.matches("article > .ending")) clearBusy(next.parentElement);
  if (id === "picker") filter();
  if (id === "log") next.scrollTop = next.scrollHeight;
  else if (atEnd) log.scrollTop = isNews(next, old) ? next.offsetTop - log.offsetTop - 8 : log.scrollHeight;
}

// A tall answer is scrolled to its start, not to its end.
const isNews = (next, old) => next?.matches("article") && (!old || old.matches(":has(.waiting)"));

// When the focused element is replaced, the focus goes to its counterpart: same id, custom id or label.
function successor(next, held) {
  const all = [...next.querySelectorAll("[id], [data-press]")].filter((one) => !one.disabled);
  const said = held.textContent.trim();
  return (
    all.find((one) => held.id && one.id === held.id) ??
    all.find((one) => held.dataset.press && one.dataset.press === held.dataset.press) ??
    all.find((one) => one.dataset.press && one.textContent.trim() === said)
  );
}

// --- Lists: command picker, suggestions of an option, select menus --------------------
// The owner of a list is an element with the role combobox, which keeps the focus.

const isOpen = (owner) => owner.getAttribute("aria-expanded") === "true";
const listOf = (owner) => byId(owner.getAttribute("aria-controls"));
const optionsOf = (list) => [...list.children].filter((one) => !one.hidden && one.ariaDisabled !== "true");

function show(owner, open) {
  const list = listOf(owner);
  const menu = owner.closest(".select");
  const was = isOpen(owner);
  owner.setAttribute("aria-expanded", open);
  activate(owner, null);
  if (menu) {
    list.hidden = !open;
    if (open) list.scrollIntoView({ block: "nearest" });
    else if (was) submitMenu(menu);
    return;
  }
  byId("popup").hidden = !open;
  byId("picker").hidden = list.id !== "picker";
  byId("suggestions").hidden = list.id !== "suggestions";
  byId("popup-head").textContent = list.id === "picker" ? byId("composer").dataset.bot : owner.placeholder;
}

function activate(owner, option) {
  const list = listOf(owner);
  for (const one of list.children) {
    one.classList.toggle("active", one === option);
    if (!owner.closest(".select")) one.ariaSelected = one === option;
  }
  owner.removeAttribute("aria-activedescendant");
  if (!option) return;
  owner.setAttribute("aria-activedescendant", option.id);
  option.scrollIntoView({ block: "nearest" });
}

function pick(owner, option) {
  if (owner.closest(".select")) return toggle(owner, option);
  if (owner.id === "text") return command(option.dataset.name);
  owner.value = option.textContent.trim();
  owner.dataset.value = option.dataset.value;
  show(owner, false);
}

function open(owner) {
  if (owner.id === "text") filter();
  else if (owner.matches("input")) suggest(owner, 0);
  else {
    show(owner, true);
    const options = optionsOf(listOf(owner));
    activate(owner, options.find((one) => one.ariaSelected === "true") ?? options[0]);
  }
}

function onListKey(event, owner) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const active = byId(owner.getAttribute("aria-activedescendant"));
  const chooses = event.key === "Enter" || (event.key === " " && !owner.matches("input"));
  if (event.key === "Enter" && owner.id === "text" && entryOf(owner.value.slice(1))) return;
  if (step && isOpen(owner)) {
    const options = optionsOf(listOf(owner));
    const place = options.indexOf(active) + step;
    activate(owner, options[place < 0 ? options.length - 1 : place % options.length]);
  } else if (isOpen(owner) && active && (chooses || (event.key === "Tab" && owner.matches("input")))) {
    pick(owner, active);
    if (event.key === "Enter" && owner.matches("#command input")) byId("composer").requestSubmit();
  } else if (isOpen(owner) && event.key === "Escape") {
    show(owner, false);
  } else if (step || (chooses && !owner.matches("input"))) {
    open(owner);
  } else {
    return;
  }
  event.preventDefault();
}

// --- Select menus in messages and forms ----------------------------------------------------------------------

const chosen = (menu) => [...menu.querySelectorAll('[aria-selected="true"]')];
const valuesOf = (menu) => chosen(menu).map((one) => one.dataset.value);

function toggle(owner, option) {
  const menu = owner.closest(".select");
  const several = Number(menu.dataset.most) > 1;
  if (several && option.ariaSelected === "false" && chosen(menu).length >= Number(menu.dataset.most)) return;
  if (!several) chosen(menu).forEach((one) => one !== option && (one.ariaSelected = "false"));
  option.ariaSelected = several && option.ariaSelected === "true" ? "false" : "true";
  menu.dataset.changed = "yes";
  const labels = chosen(menu).map((one) => one.dataset.label);
  menu.querySelector(".chosen").textContent = labels.join(", ") || owner.ariaLabel;
  if (!several) show(owner, false);
}

// Closing a changed menu in a message submits it; a menu in a form is submitted with the form.
function submitMenu(menu) {
  const enough = chosen(menu).length >= Number(menu.dataset.least);
  if (!menu.dataset.changed || "field" in menu.dataset || !enough) return;
  delete menu.dataset.changed;
  useComponent(menu, { custom_id: menu.dataset.select, values: valuesOf(menu) });
}

async function useComponent(control, data) {
  const article = control.closest("article");
  byId(`f${article.id.slice(1)}`).textContent = "";
  control.ariaBusy = "true";
  await send("press", { message: article.id.slice(1), ...data });
  clearBusy(article);
}

// The interaction is answered or has failed: no component of the message is busy any more.
function clearBusy(article) {
  for (const control of article.querySelectorAll("[aria-busy]")) control.ariaBusy = null;
}

function openForm(dialog) {
  dialog.addEventListener("close", () => dialog.remove());
  dialog.showModal();
  dialog.querySelector("input, textarea, [role=combobox]")?.focus();
}

function submitForm(dialog) {
  const menus = [...dialog.querySelectorAll("[data-field]")];
  const missing = menus.find((menu) => chosen(menu).length < Number(menu.dataset.least));
  if (!dialog.querySelector("form").reportValidity()) return;
  if (missing) return missing.querySelector("[role=combobox]").focus();
  const values = Object.fromEntries(menus.map((menu) => [menu.dataset.select, valuesOf(menu)]));
  for (const field of dialog.querySelectorAll("input, textarea")) values[field.name] = field.value;
  send("submit", { interaction: dialog.dataset.interaction, values });
  dialog.close();
}

// --- The composer ------------------------------------------------------------------------

function filter() {
  const text = byId("text");
  const wanted = text.value.startsWith("/") && !text.hidden ? text.value.slice(1).toLowerCase() : null;
  if (wanted === null) return isOpen(text) && show(text, false);
  const all = [...byId("picker").children];
  if (all.some((one) => `${one.dataset.name} ` === wanted)) return command(wanted.trim());
  for (const one of all) one.hidden = !one.dataset.name?.includes(wanted);
  const found = optionsOf(byId("picker"));
  show(text, found.length > 0);
  activate(text, found[0]);
}

const entryOf = (name) => [...byId("picker").children].find((one) => one.dataset.name === name.trim());

function command(name) {
  const entry = entryOf(name);
  if (!entry) return;
  const line = byId("command");
  line.replaceChildren(entry.querySelector("template").content.cloneNode(true));
  setCommand(name);
  (line.querySelector("input:required") ?? line.querySelector("input") ?? byId("send")).focus();
}

function setCommand(name) {
  const text = byId("text");
  show(text, false);
  byId("command").dataset.name = name;
  byId("command").hidden = byId("cancel").hidden = !name;
  text.hidden = Boolean(name);
  text.value = "";
  if (name) return;
  byId("command").replaceChildren();
  text.focus();
}

function typed() {
  const fields = byId("command").querySelectorAll("input");
  return Object.fromEntries(Array.from(fields, (field) => [field.name, field.dataset.value ?? field.value]));
}

let suggestRequest = 0;

function suggest(owner, wait) {
  const mine = ++suggestRequest;
  const current = () => mine === suggestRequest && document.activeElement === owner;
  setTimeout(async () => {
    if (!current()) return;
    const html = await send("suggest", { command: byId("command").dataset.name, options: typed(), focused: owner.name });
    if (!html || !current()) return;
    byId("suggestions").replaceWith(parsed(html));
    show(owner, true);
    if (owner.value) activate(owner, optionsOf(byId("suggestions"))[0]);
  }, wait);
}

// A line that is only a command's name opens its options. The server parses all other lines, as it knows the
// commands even while the picker is still empty.
function submitLine() {
  const text = byId("text");
  if (text.value.startsWith("/") && entryOf(text.value.slice(1))) {
    command(text.value.slice(1).trim());
    if (!byId("composer").reportValidity()) return;
  }
  const name = byId("command").dataset.name;
  suggestRequest++;
  if (name) send("use", { command: name, options: typed() });
  else if (text.value.trim()) send("say", { text: text.value });
  setCommand("");
}

// --- Settings and page-wide events -----------------------------------------------------------------------------------

// The settings have changed: load the page for the new person, place, language or theme.
async function reloadView() {
  const search = query();
  const held = document.activeElement.id;
  history.replaceState(null, "", `?${search}`);
  const response = await fetch(`/?${search}`);
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  if (search !== query()) return;
  document.documentElement.lang = page.documentElement.lang;
  document.documentElement.dataset.theme = page.documentElement.dataset.theme;
  byId("app").replaceWith(page.getElementById("app"));
  byId("modals").replaceChildren();
  panel(document.documentElement.dataset.panel === "open");
  byId(held)?.focus();
  listen();
}

function panel(open) {
  document.documentElement.dataset.panel = open ? "open" : "";
  byId("toggle").ariaExpanded = open;
}

function reveal(spoiler) {
  const inside = spoiler.querySelector("[inert]");
  spoiler.querySelector(".reveal").remove();
  spoiler.classList.add("shown");
  inside.inert = false;
  inside.tabIndex = -1;
  inside.focus();
}

function dismiss(button) {
  send("dismiss", { id: button.dataset.dismiss });
  button.closest("article").remove();
  byId("text").focus();
}

const CLICKS = [
  ["[role=option]:not([aria-disabled])", (one) => pick(one.closest(".select")?.firstElementChild ?? document.activeElement, one)],
  [".select > [role=combobox]:not([aria-disabled])", (one) => (isOpen(one) ? show(one, false) : open(one))],
  [".spoiler:not(.shown)", reveal],
  ["[data-press]", (one) => useComponent(one, { custom_id: one.dataset.press })],
  ["[data-command]", (one) => command(one.dataset.command)],
  ["[data-dismiss]", dismiss],
  ["[data-close]", (one) => one.closest("dialog").close()],
  ["#cancel", () => setCommand("")],
  ["#reset", () => send("reset", {})],
  ["#toggle", () => (panel(true), byId("close").focus())],
  ["#close", () => (panel(false), byId("toggle").focus())],
];

document.addEventListener("click", (event) => {
  const [selector, run] = CLICKS.find(([one]) => event.target.closest(one)) ?? [];
  if (run) run(event.target.closest(selector));
});

// Clicking an option must not move the focus away from the list's owner.
document.addEventListener("mousedown", (event) => event.target.closest("[role=option]") && event.preventDefault());

document.addEventListener("keydown", (event) => {
  if (event.isComposing) return;
  const owner = event.target.closest("[role=combobox]");
  if (owner) onListKey(event, owner);
  if (event.defaultPrevented) return;
  const inCommand = byId("composer").contains(event.target) && byId("command").dataset.name;
  const back = event.key === "Backspace" && event.target.matches("input") && !event.target.value;
  if (inCommand && (event.key === "Escape" || back)) setCommand("");
  else if (event.key === "Escape" && document.documentElement.dataset.panel === "open") byId("close").click();
});

document.addEventListener("input", (event) => {
  const field = event.target;
  if (field.id === "text") filter();
  if (!field.closest("#command")) return;
  delete field.dataset.value;
  if (field.role !== "combobox") return;
  activate(field, null);
  suggest(field, 120);
});

document.addEventListener("focusin", (event) => {
  if (event.target.matches("#command [role=combobox]") && !event.target.dataset.value) suggest(event.target, 0);
});

document.addEventListener("focusout", (event) => {
  if (event.target.role === "combobox" && isOpen(event.target)) show(event.target, false);
});

document.addEventListener("change", (event) => event.target.form?.id === "view" && reloadView());

document.addEventListener("submit", (event) => {
  event.preventDefault();
  if (event.target.id === "composer") submitLine();
  else if (event.target.closest("dialog")) submitForm(event.target.closest("dialog"));
});

listen();
if (matchMedia("(pointer: fine)").matches) byId("text").focus();
