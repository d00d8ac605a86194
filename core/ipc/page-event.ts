import { z } from 'zod';

/** What the main process tells a page without having been asked. It carries no data: the page asks again. */
export const PageEvent = z.strictObject({ kind: z.literal('ConsentChanged') });
export type PageEvent = z.infer<typeof PageEvent>;
