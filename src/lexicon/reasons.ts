/** How the words begin with which a sentence tells a reason; more letters may follow. */
export const REASONS = (
  "because|since|as|due to|owing to|so that|in order to|to avoid|to prevent|to stop|to deter|to end|therefore|thus|reason|why|after|" +
  "following|over|blam|caus|amid|for fear|aim to|aim at|aims to|aims at|aimed to|aimed at|lest|result"
).split("|");
