/**
 * As a ref: the element takes the focus when it comes up, and not when it is drawn again. Whoever
 * is typing already, into the picture of the first screen, is left to it.
 */
export function takeFocus(element: HTMLElement | null): void {
  if (!isTypedInto(document.activeElement)) element?.focus();
}

function isTypedInto(element: Element | null): boolean {
  return element instanceof HTMLInputElement && ['text', 'password'].includes(element.type);
}
