import { pause, type Running } from './running.ts';

// What the measurements do in the window, by the names the screens show.

/** Signs in on the real application, and chooses the PIN that it asks for. */
export async function signIn(
  running: Running,
  signInName: string,
  password: string,
): Promise<void> {
  // Asked of a page that is just being replaced, the question comes back unanswered: ask again.
  while ((await run(running, until(isAlive('sign-in-name')))) !== true) await pause(50);
  await run(running, fill('sign-in-name', signInName));
  await run(running, fill('password', password));
  await run(running, press('Sign in'));
  await run(running, until(isAlive('pin')));
  await run(running, fill('pin', '2846'));
  await run(running, press('Continue'));
}

/** Whether a field is there and answers: the first picture has the same fields. */
function isAlive(id: string): string {
  return `Object.keys(document.getElementById('${id}') ?? {}).some((key) => key.startsWith('__reactProps'))`;
}

function fill(id: string, text: string): string {
  return `(() => {
    const field = document.getElementById('${id}');
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set.call(field, ${JSON.stringify(text)});
    field.dispatchEvent(new Event('input', { bubbles: true }));
  })()`;
}

export async function run(running: Running, expression: string): Promise<unknown> {
  return running.evaluate(expression);
}

/** Waits; a screen that never comes ends the run and says what stands there instead. */
export function until(condition: string): string {
  return `new Promise((done, failed) => {
    setTimeout(() => failed(new Error(document.body.innerText.slice(0, 400))), 60_000);
    const look = () => (${condition} ? done(true) : requestAnimationFrame(look));
    look();
  })`;
}

export function press(name: string): string {
  return `[...document.querySelectorAll('button')].find((b) => b.textContent.trim() === '${name}').click()`;
}

/**
 * The end of a frame: what its callbacks drew is painted before the message comes. The next frame
 * would be up to 16 ms too late.
 */
export const painted = `((then) => {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = then;
  port2.postMessage(0);
})`;

/** How long from a press to the first frame in which a condition holds. */
export function pressAndSee(name: string, condition: string): string {
  return `new Promise((done) => {
    requestAnimationFrame(() => setTimeout(() => {
      const before = performance.now();
      const look = () => (${condition} ? ${painted}(() => done(performance.now() - before)) : requestAnimationFrame(look));
      ${press(name)};
      requestAnimationFrame(look);
    }));
  })`;
}
