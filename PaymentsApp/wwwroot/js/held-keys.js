// Between the key that opens or empties a window and the focus in its first box, what is typed belongs to that box: it is
// held, and typed there, also what goes on to the next box or saves. Esc, a click and a refusal let it go.
const waitMilliseconds = 10000;
let held = null;
let giveUp = 0;

function drop() {
  clearTimeout(giveUp);
  const from = held?.from;
  held = null;
  // To the button, not to the box: what is typed blindly from now on must not replace what stands in it.
  if (from && document.activeElement === document.body) document.querySelector(".rz-dialog [data-holds-keys]")?.focus();
}

export function hold() {
  drop();
  held = { strokes: [], from: null };
  const box = document.activeElement;
  if (box instanceof HTMLInputElement) {
    held.from = box;
    box.blur(); // so that even this box can be the one that gets the focus
  }
  giveUp = setTimeout(drop, waitMilliseconds);
}

function strike({ key, ctrlKey, metaKey, shiftKey }) {
  const box = document.activeElement;
  if (key === "Enter") {
    box.dispatchEvent(new KeyboardEvent("keydown", { key, code: key, ctrlKey, metaKey, shiftKey, bubbles: true, cancelable: true }));
  } else if (box instanceof HTMLInputElement && box.selectionStart !== null) {
    box.setRangeText(key, box.selectionStart, box.selectionEnd, "end");
    box.dispatchEvent(new InputEvent("input", { bubbles: true }));
  }
}

function deliver() {
  if (held === null) return;
  const { strokes } = held;
  held.from = null;
  drop();
  while (strokes.length > 0 && held === null) strike(strokes.shift());
  if (held !== null) held.strokes.push(...strokes); // one of them emptied the window again
}

window.addEventListener("keydown", e => {
  if (held === null || e.isComposing || !e.isTrusted) return;
  const isText = e.key.length === 1 && (e.getModifierState("AltGraph") || !(e.ctrlKey || e.metaKey || e.altKey));
  if (e.key === "Escape") return drop();
  if (e.key === "Backspace") held.strokes.pop();
  else if (isText || e.key === "Enter") held.strokes.push({ key: e.key, ctrlKey: e.ctrlKey, metaKey: e.metaKey, shiftKey: e.shiftKey });
  else return;
  e.preventDefault();
  e.stopImmediatePropagation();
}, true);

document.addEventListener("focusin", e => {
  // After what else a focus does: the text of the box may be selected by it.
  if (held !== null && e.target instanceof HTMLInputElement && e.target.closest(".rz-dialog, [data-takes-held-keys]")) queueMicrotask(deliver);
});

document.addEventListener("hold-keys", hold);
document.addEventListener("pointerdown", drop, true);
document.addEventListener("click", e => {
  if (e.target.closest?.("[data-holds-keys]")) hold();
});

// The window says that nothing follows, for example because a save was refused.
new MutationObserver(drop).observe(document.documentElement, { subtree: true, attributeFilter: ["data-let-go"] });
