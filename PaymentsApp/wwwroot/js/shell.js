// What the frame does by itself, at once and without the server: theme, navigation, menus. Then Blazor is started.
import { reconnection } from "./reconnect.js";

const root = document.documentElement;
const yearSeconds = 31536000;

function remember(name, value) {
  const secure = location.protocol === "https:" ? "; Secure" : "";
  document.cookie = `${name}=${value}; Path=/; Max-Age=${yearSeconds}; SameSite=Lax${secure}`;
}

function switchTheme() {
  const isDark = root.dataset.theme
    ? root.dataset.theme === "dark"
    : matchMedia("(prefers-color-scheme: dark)").matches;
  const theme = isDark ? "light" : "dark";
  root.dataset.theme = theme;
  for (const link of document.querySelectorAll("link[data-theme-of]")) {
    link.media = link.dataset.themeOf === theme ? "all" : "not all";
  }
  remember("theme", theme);
}

const isDrawer = matchMedia("(max-width: 900px)");

function setDrawer(isOpen) {
  if (isOpen) root.dataset.drawer = "open"; else delete root.dataset.drawer;
  document.querySelector("[data-nav-toggle]")?.setAttribute("aria-expanded", String(isOpen));
  if (isOpen) document.querySelector("#navigation a")?.focus();
}

function toggleNavigation() {
  if (isDrawer.matches) {
    setDrawer(root.dataset.drawer !== "open");
    return;
  }

  const isNarrow = root.dataset.nav !== "narrow";
  if (isNarrow) root.dataset.nav = "narrow"; else delete root.dataset.nav;
  remember("nav", isNarrow ? "narrow" : "wide");
}

function closeMenus(except) {
  for (const menu of document.querySelectorAll("details[data-menu][open]")) {
    if (menu !== except) menu.open = false;
  }
}

// The width of the page's scrollbar, if any: behind a dialog its place is kept (css/start.css).
new ResizeObserver(() => {
  if (document.body.classList.contains("no-scroll")) return;
  root.style.setProperty("--scrollbar", `${Math.max(0, innerWidth - root.clientWidth)}px`);
}).observe(root);

document.addEventListener("click", e => {
  const at = selector => e.target.closest(selector);
  closeMenus(at("details[data-menu]"));
  if (at("[data-theme-switch]")) switchTheme();
  else if (at("[data-nav-toggle]")) toggleNavigation();
  else if (at("[data-nav-close]") || (at("#navigation a") && isDrawer.matches)) setDrawer(false);
  else if (at("[data-skip]")) document.getElementById("main")?.focus();
  else if (at("[data-reload]")) location.reload();
});

document.addEventListener("keydown", e => {
  if (e.key === "Escape") {
    const menu = document.querySelector("details[data-menu][open]");
    if (menu) {
      menu.open = false;
      menu.querySelector("summary").focus();
    } else if (root.dataset.drawer === "open") {
      setDrawer(false);
      document.querySelector("[data-nav-toggle]")?.focus();
    }
  } else if ((e.key === "ArrowUp" || e.key === "ArrowDown") && e.target.matches?.("input[role=combobox]")) {
    e.preventDefault(); // the arrows choose a result; the caret stays
  }
});

Blazor.start({ circuit: { reconnectionOptions: reconnection } });
