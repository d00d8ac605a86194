import type { Page } from '@playwright/test';
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
