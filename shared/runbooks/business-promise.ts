/** Whether a promise's words count its hours in business time: `within 8 business hours`, `within two working days`. */
export const saysBusinessHours = (text: string): boolean =>
  /\b(?:business|working|office)[\s-]+(?:hours?|hrs?|days?)\b/i.test(text);
