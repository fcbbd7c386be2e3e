/** A type's name as words: "FollowerNotification" reads "Follower notification", "Messaging::Typing" "Messaging typing". */
export function sentenceOf(type: string): string {
  const words = type
    .replace(/::|_/g, ' ')
    .replace(/([a-z])([A-Z])(?=[a-z])/g, (_, end: string, start: string) => `${end} ${start.toLowerCase()}`)
    .replace(/ event$/i, '')
    .trim();
  return (
    words.charAt(0).toUpperCase() + words.slice(1).replace(/ ([A-Z])(?=[a-z])/g, (part) => part.toLowerCase())
  );
}
