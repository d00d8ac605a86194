/** The one physical channel between a page and the main process. Apart, so that the preload script stays small. */
export const wire = 'quietroom';
/** By which the main process tells a page that something changed. */
export const wireEvent = 'quietroom-event';
