import './zod-config.ts';
import { renderToString } from 'react-dom/server';
import { Desk } from './desk.tsx';

/** The sign-in screen as markup, as the application draws it first. Made when it is built. */
export function firstPicture(version: string, isPracticeCopy: boolean): string {
  return renderToString(<Desk about={{ version, isPracticeCopy, vault: { kind: 'locked' } }} />);
}
