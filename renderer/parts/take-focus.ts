/** As a ref: the element takes the focus when it comes up, and not when it is drawn again. */
export function takeFocus(element: HTMLElement | null): void {
  element?.focus();
}
