export const countedShifts = (count: number): string => (count === 1 ? '1 shift' : `${count} shifts`);
