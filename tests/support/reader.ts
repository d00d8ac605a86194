import { expect, type Page } from '@playwright/test';
import { z } from 'zod';

/** One thing as a reader of the screen is told about it. */
export type Told = {
  readonly role: string;
  readonly name: string;
  readonly level: number | undefined;
  readonly isFocused: boolean;
  readonly live: string | undefined;
  /** What stands around it, the nearest first. */
  readonly within: readonly { readonly role: string; readonly name: string }[];
};

const Value = z.object({ value: z.string().default('') }).optional();
const Node = z.object({
  nodeId: z.string(),
  parentId: z.string().optional(),
  ignored: z.boolean(),
  role: Value,
  name: Value,
  properties: z
    .array(z.object({ name: z.string(), value: z.object({ value: z.unknown().optional() }) }))
    .optional(),
});

/** The tree that the browser itself hands to readers of the screen, in its order, without what they never hear. */
export async function listen(page: Page): Promise<readonly Told[]> {
  const session = await page.context().newCDPSession(page);
  const reply: unknown = await session.send('Accessibility.getFullAXTree');
  await session.detach();
  const { nodes } = z.object({ nodes: z.array(Node) }).parse(reply);
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const short = ({ role, name }: z.infer<typeof Node>) => ({
    role: role?.value ?? '',
    name: (name?.value ?? '').trim(),
  });
  return nodes
    .filter(({ ignored }) => !ignored)
    .map((node) => {
      const property = (name: string) =>
        node.properties?.find((one) => one.name === name)?.value.value;
      const within: { role: string; name: string }[] = [];
      for (let at = node.parentId; at !== undefined; at = byId.get(at)?.parentId) {
        const around = byId.get(at);
        if (around !== undefined && !around.ignored) within.push(short(around));
      }
      const level = property('level');
      const live = property('live');
      return {
        ...short(node),
        level: typeof level === 'number' ? level : undefined,
        isFocused: property('focused') === true,
        live: typeof live === 'string' ? live : undefined,
        within,
      };
    });
}

/** What somebody can do something with: each has to say what it is. */
const doable = new Set([
  'button',
  'radio',
  'checkbox',
  'textbox',
  'searchbox',
  'combobox',
  'link',
  'DisclosureTriangle',
  'Date',
]);

/** Fails with what is wrong with a screen for whoever hears it: heading, questions, answers, what was saved. */
export async function expectTold(page: Page, heading: string): Promise<readonly Told[]> {
  const told = await listen(page);
  expect(faults(told, heading), heading).toEqual([]);
  return told;
}

/** In words; nothing when the screen is sound. */
function faults(told: readonly Told[], heading: string): readonly string[] {
  const found = new Array<string>();
  // A sheet on the screen is an article with headings of its own, as it will be on paper.
  const headings = told.filter(
    ({ role, within }) => role === 'heading' && !within.some((around) => around.role === 'article'),
  );
  const first = headings.filter(({ level }) => level === 1);
  if (first.length !== 1) found.push(`${first.length} first headings`);
  if (first[0]?.name !== heading) found.push(`the heading is "${first[0]?.name}"`);
  for (const landmark of ['banner', 'main', 'contentinfo'])
    if (told.filter(({ role }) => role === landmark).length !== 1) found.push(`no one ${landmark}`);
  if (!told.some(({ role }) => role === 'status')) found.push('nothing says what was saved');
  const levels = headings.map(({ level }) => level ?? 0);
  levels.forEach((level, at) => {
    if (level > (levels[at - 1] ?? 1) + 1)
      found.push(`a heading of level ${level} after none above`);
  });
  for (const { role, name, within } of told) {
    if (doable.has(role) && name === '') found.push(`a ${role} without a name`);
    if (role === 'image' && name === '') found.push('a picture without a name');
    if (role === 'radio' && !within.some((around) => isNamedGroup(around)))
      found.push(`the answer "${name}" without its question`);
  }
  return found;
}

function isNamedGroup({ role, name }: { readonly role: string; readonly name: string }): boolean {
  return (role === 'group' || role === 'radiogroup') && name !== '';
}
