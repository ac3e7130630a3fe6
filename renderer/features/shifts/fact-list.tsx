import { Fragment } from 'react';
import type { ShiftFacts } from './shift-facts.ts';

/** What is known of a shift, name by name. */
export const FactList = ({ lines }: Pick<ShiftFacts, 'lines'>) => (
  <dl className="shift-facts">
    {lines.map(({ name, text }) => (
      <Fragment key={name}>
        <dt>{name}</dt>
        <dd>{text}</dd>
      </Fragment>
    ))}
  </dl>
);
