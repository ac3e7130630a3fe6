/** Why a question has no answer: its time ended before one was found, and before it was clear that there is none. */
export const notKnownText = (what: string): string => `Whether ${what} is not known in this time`;
