/** A moment in the reader's own time, to the minute. */
export function sayMoment(instant: string): string {
  const local = new Date(instant);
  const two = (value: number) => String(value).padStart(2, '0');
  const day = [local.getFullYear(), two(local.getMonth() + 1), two(local.getDate())].join('-');
  return `${day} ${two(local.getHours())}:${two(local.getMinutes())}`;
}
