import { create } from 'zustand';
import type { ShiftId } from '../../../shared/model/ids.ts';

/** The one shift of the calendar that Tab reaches. In a store, so that moving it draws two chips again and not all events. */
export const useCalendarCursor = create<{ readonly shift: ShiftId | null }>(() => ({ shift: null }));

export const setCalendarCursor = (shift: ShiftId | null): void => useCalendarCursor.setState({ shift });
