// Every npm script comes here: it provides what the task needs, then runs the task with
// the pinned Node. `npm start` and `npm test` need no step before them.
import { spawn } from 'node:child_process';
import { CannotSetUp, hasDisplay, onDisplay, say } from './machine.mjs';
import { setUp } from './setup.mjs';
import { tasks } from './tasks.mjs';

const [name = '', ...words] = process.argv.slice(2);
const task = tasks[name];
if (task === undefined) {
  say(`There is no task "${name}". Tasks: ${Object.keys(tasks).join(', ')}.`);
  process.exit(2);
}
try {
  const { env, node } = await setUp(task.needs);
  for (const step of task.steps) {
    const code = await run(step, env, node);
    if (code !== 0) process.exit(code);
  }
} catch (error) {
  if (!(error instanceof CannotSetUp)) throw error;
  say(error.message);
  process.exit(1);
}

/**
 * @param {import('./tasks.mjs').Step} step @param {NodeJS.ProcessEnv} env @param {string} node
 * @returns {Promise<number>} the exit code
 */
function run(step, env, node) {
  const args = [...step.run, ...(step.takesWords ? words : [])];
  if (step.display && !hasDisplay())
    say('There is no display here: the window opens on a virtual one.');
  const command = [node, ...args];
  const [program = node, ...rest] = step.display ? onDisplay(command) : command;
  return new Promise((resolve, reject) => {
    const child = spawn(program, rest, { env, stdio: 'inherit' });
    child.on('error', reject);
    child.on('exit', (code) => resolve(code ?? 1));
    for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM']))
      process.once(signal, () => child.kill(signal));
  });
}
