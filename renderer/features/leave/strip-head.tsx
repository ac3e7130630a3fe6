import { memo } from 'react';
import { dayText, monthText, weekText } from '../../../shared/words/date-text.ts';
import { HEAD, monthsOf, NAMES, weeksOf, type StripLayout } from './strip-layout.ts';

/** Narrower than this a week has room for its number alone, and a month for three letters. */
const WIDE_WEEK = 64;
const WIDE_MONTH = 110;
/** A number needs this much; where weeks are narrower, every other one has it. */
const LEAST_WEEK = 34;

/** A week that the strip shows a part of keeps its number where the part has room for it. */
const hasNumber = (weekWidth: number, width: number, index: number): boolean =>
  weekWidth < LEAST_WEEK ? width >= weekWidth - 0.5 && index % 2 === 0 : width >= LEAST_WEEK;

/** Months, and under them the weeks by number and first day. */
export const StripHead = memo(function StripHead({ layout }: { readonly layout: StripLayout }) {
  const weeks = weeksOf(layout);
  const weekWidth = layout.dayWidth * 7;
  return (
    <div className="strip-head" role="row" aria-rowindex={1} style={{ height: HEAD }}>
      <div className="strip-corner" role="columnheader" style={{ width: NAMES }}>
        Person
      </div>
      <div className="strip-days" role="columnheader" style={{ width: layout.width }}>
        <span className="sr-only">Days</span>
        {monthsOf(layout).map(({ from, left, width }) => (
          <div key={from} aria-hidden className="strip-month" style={{ left, width }}>
            <span style={{ left: NAMES }}>
              {width > WIDE_MONTH ? monthText(from) : monthText(from).slice(0, 3)}
            </span>
          </div>
        ))}
        {weeks.map(({ from, left, width }, index) => (
          <div
            key={from}
            aria-hidden
            className="strip-week"
            style={{ left, width: weekWidth < LEAST_WEEK ? LEAST_WEEK : width }}
          >
            {hasNumber(weekWidth, width, index) ? (
              <>
                <b>{weekText(from)}</b>
                {weekWidth > WIDE_WEEK && width > WIDE_WEEK ? <span>{dayText(from)}</span> : null}
              </>
            ) : null}
          </div>
        ))}
      </div>
    </div>
  );
});
