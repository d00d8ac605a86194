import type { Result } from '#core/base/result.ts';
import type { Fault } from '#core/ipc/channel.ts';
import { readPublicPack } from '#core/ipc/content-channels.ts';
import { call } from '../client.ts';

let asked: Promise<Result<string, Fault>> | undefined;

/**
 * Asks for what staff read without signing in: once in the life of a page, for what is public
 * changes only while somebody is signed in, and after that the page is replaced. Whoever presses
 * the entrance asks at once, while the question before the reading is still being drawn; sooner it
 * would take memory on the first screen.
 */
export function askForReading(): Promise<Result<string, Fault>> {
  asked ??= call(readPublicPack, null);
  return asked;
}
