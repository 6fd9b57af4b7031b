// Says words by the browser's voice of the page's language, when it has one; otherwise sounds two tones.
let context;

/** Sound may be made once somebody touched the page. */
export const allowSound = () => {
  context ??= new AudioContext();
};

const tone = (at, pitch) => {
  const source = context.createOscillator();
  const volume = context.createGain();
  source.frequency.value = pitch;
  volume.gain.setValueAtTime(0.3, at);
  volume.gain.exponentialRampToValueAtTime(0.001, at + 0.6);
  source.connect(volume).connect(context.destination);
  source.start(at);
  source.stop(at + 0.6);
};

export const say = (words) => {
  const language = document.documentElement.lang.slice(0, 2);
  const voice = window.speechSynthesis?.getVoices().find((one) => one.lang.startsWith(language));
  if (voice) {
    const said = new SpeechSynthesisUtterance(words);
    said.voice = voice;
    said.rate = 0.9;
    window.speechSynthesis.speak(said);
  } else if (context) {
    tone(context.currentTime, 880);
    tone(context.currentTime + 0.35, 660);
  }
};

/** A number of a ticket as it is read out. */
export const digits = (number) => [...number].map((one) => (one === "-" ? "，" : one)).join(" ");
