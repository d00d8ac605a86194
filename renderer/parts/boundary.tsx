import { Component, type ReactNode } from 'react';
import { explain } from '../text/explain.ts';
import { Page } from './page.tsx';

/** Where a defect in a screen stops: the rest of the window stays, and locking still works. */
export class Boundary extends Component<
  { readonly children: ReactNode },
  { readonly failed: boolean }
> {
  override state = { failed: false };

  static getDerivedStateFromError(): { readonly failed: boolean } {
    return { failed: true };
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children;
    return <ScreenFailed />;
  }
}

export function ScreenFailed() {
  const { title, next } = explain({ kind: 'ScreenFailed' });
  return (
    <Page heading={title}>
      <p>{next}</p>
    </Page>
  );
}
