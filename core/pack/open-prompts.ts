import type { Setting } from '#core/domain/setting.ts';
import type { Prompt } from './entries.ts';

const fewest = 6;
const most = 8;

/**
 * The open questions a talk offers first, six to eight: those for this setting, then those for
 * every setting, then one more from each side of everyday life.
 */
export function openPrompts(prompts: readonly Prompt[], setting: Setting): readonly Prompt[] {
  const open = prompts.filter(isOpen);
  const here = open.filter(({ settings }) => settings?.includes(setting));
  const everywhere = open.filter((prompt) => !here.includes(prompt) && isForAll(prompt));
  const chosen = [...here, ...everywhere].slice(0, most);
  const spare = open.filter(
    (prompt, at) =>
      !chosen.includes(prompt) &&
      prompt.moment !== 'opening' &&
      open.findIndex(({ moment }) => moment === prompt.moment) === at,
  );
  return [...chosen, ...spare.slice(0, Math.max(0, fewest - chosen.length))];
}

/** The rest of the open questions, by the side of everyday life they are about. */
export function furtherPrompts(
  prompts: readonly Prompt[],
  setting: Setting,
): readonly { readonly moment: Prompt['moment']; readonly prompts: readonly Prompt[] }[] {
  const first = openPrompts(prompts, setting);
  const rest = prompts.filter((prompt) => isOpen(prompt) && !first.includes(prompt));
  const moments = [...new Set(rest.map(({ moment }) => moment))];
  return moments.map((moment) => ({
    moment,
    prompts: rest.filter((prompt) => prompt.moment === moment),
  }));
}

function isOpen({ moment }: Prompt): boolean {
  return moment === 'opening' || moment.startsWith('talking-');
}

function isForAll({ settings }: Prompt): boolean {
  return settings?.includes('any') ?? false;
}
