import { hold } from "./held-keys.js";

// Keys of the open screens. The server says which keys are wanted; everything else is left to the browser.
let owner = null;
let wanted = new Set();
let holding = new Set();

function keysOf(e) {
  if (e.altKey && !e.ctrlKey) return null;
  const key = e.key === " " ? "SPACE" : e.key.toUpperCase();
  return e.ctrlKey || e.metaKey ? "CTRL+" + (e.shiftKey ? "SHIFT+" : "") + key : key;
}

function isTyping(target) {
  return target instanceof HTMLElement
    && (target.isContentEditable || /^(TEXTAREA|SELECT)$/.test(target.tagName)
      || (target.tagName === "INPUT" && !/^(checkbox|radio|button|submit)$/.test(target.type)));
}

function isShown(element) {
  return element.getClientRects().length > 0;
}

function onKeyDown(e) {
  if (e.isComposing || e.repeat || e.defaultPrevented) return;
  const keys = keysOf(e);
  if (keys === null || (isTyping(e.target) && !keys.startsWith("CTRL+"))) return;
  const isInDialog = [...document.querySelectorAll(".rz-dialog")].some(isShown);
  if (!wanted.has((isInDialog ? "dialog:" : "page:") + keys)) return;
  e.preventDefault();
  // The field's value counts as entered, as if it had been left: Ctrl+Enter must not save the value before the last.
  if (isTyping(e.target)) e.target.dispatchEvent(new Event("change", { bubbles: true }));
  // Moved here and not by the server's answer: what is typed next must land in the box.
  if (!isInDialog) document.querySelector(`[data-focus-on~="${CSS.escape(keys)}"]`)?.focus();
  if (holding.has(keys)) hold();
  owner.invokeMethodAsync("PressAsync", keys, isInDialog);
}

export function listen(dotNet) {
  owner = dotNet;
  window.addEventListener("keydown", onKeyDown);
}

export function use(keys, thatHold) {
  wanted = new Set(keys);
  holding = new Set(thatHold);
  document.documentElement.dataset.keys = "ready"; // tests wait for it: a key pressed earlier is nobody's
}

export function stop() {
  window.removeEventListener("keydown", onKeyDown);
  owner = null;
}
