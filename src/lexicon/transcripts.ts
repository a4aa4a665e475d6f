/** Words by which a text says that it is, or reports from, a conversation. */
export const INTERVIEW_WORDS =
  "interview interviewed conversation spoke speaks talked talks met meets asked answers answered questions sat q&a";

/** Those who lead a conversation, as transcripts label them. */
export const MODERATORS =
  "moderator host interviewer reporter reporters journalist presenter anchor chair chairman chairwoman chairperson speaker judge court " +
  "questioner question audience operator narrator witness prosecutor counsel prosecution defence defense interviewee guest caller analyst";
