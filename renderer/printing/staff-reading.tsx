import { Trans } from '@lingui/react/macro';
import { Button } from 'nhsuk-react-components';
import { useEffect, useState } from 'react';
import { previewSheet } from '#core/ipc/sheet-channels.ts';
import type { SheetOrder } from '#core/ipc/sheet-order.ts';
import { readingBeside } from '#core/sheet/bilingual.ts';
import type { Sheet } from '#core/sheet/sheet.ts';
import { call } from '../client.ts';
import { SheetView } from '../sheet/sheet-view.tsx';

/** Each line of a sheet beside the same in the language of the staff, on the screen and never on that paper. */
export function StaffReading({
  own,
  order,
}: {
  readonly own: Sheet;
  /** Of the same sheet in the language of the staff. */
  readonly order: SheetOrder;
}) {
  const [isOpen, setIsOpen] = useState(false);
  const [sheet, setSheet] = useState<Sheet>();
  const wanted = JSON.stringify(order);

  useEffect(() => {
    if (!isOpen) return undefined;
    let isCurrent = true;
    void call(previewSheet, JSON.parse(wanted)).then((reply) => {
      if (isCurrent) setSheet(reply.ok ? reply.value : undefined);
    });
    return () => {
      isCurrent = false;
    };
  }, [wanted, isOpen]);

  return (
    <div>
      <Button
        type="button"
        small
        secondary
        aria-expanded={isOpen}
        onClick={() => setIsOpen(!isOpen)}
      >
        <Trans>The same in our language</Trans>
      </Button>
      {isOpen && sheet && (
        <div className="preview preview--A4">
          <SheetView sheet={readingBeside(own, sheet)} isLarge={false} />
        </div>
      )}
    </div>
  );
}
