import type { StoreProblem } from '#core/ipc/app-channels.ts';
import { Page } from '../parts/page.tsx';
import { explain } from '../text/explain.ts';

/** The store cannot be used. There is nothing to press here: no way to a new, empty store. */
export function UnusableScreen({ problem }: { readonly problem: StoreProblem }) {
  const { title, next } = explain(problem);
  return (
    <Page heading={title}>
      <p>{next}</p>
    </Page>
  );
}
