import { execFileSync } from 'node:child_process';

export function countPages(file: string): number {
  return Number(
    /^Pages:\s+(\d+)/m.exec(execFileSync('pdfinfo', [file], { encoding: 'utf8' }))?.[1],
  );
}

/** The text of a PDF as a program that reads it to a blind person would find it. */
export function textOf(file: string): string {
  return execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' });
}
