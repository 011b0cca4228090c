import { starPoints } from './drum-star.js';

/** The face of a Đông Sơn drum in thin lines, for the side of a hero: star, rings, beads, combs. Decoration only. */
export function DrumFace() {
  return (
    <svg
      class="drum-face"
      viewBox="0 0 400 400"
      fill="none"
      stroke="currentColor"
      aria-hidden="true"
      focusable="false"
    >
      <polygon points={starPoints(14, 62, 26, 200)} fill="currentColor" stroke="none" />
      {[70, 74, 96, 100, 126, 130, 168, 172, 194, 199].map((radius) => (
        <circle cx="200" cy="200" r={radius} />
      ))}
      {/* A dash as long as it is wide draws beads, a short one on a wide stroke the teeth of a comb. */}
      <circle cx="200" cy="200" r="85" stroke-width="8" stroke-dasharray="1.2 5.2" />
      <circle
        cx="200"
        cy="200"
        r="113"
        stroke-width="7"
        stroke-dasharray="0.1 17.65"
        stroke-linecap="round"
      />
      <circle cx="200" cy="200" r="183" stroke-width="10" stroke-dasharray="1.2 5.2" />
      <path d={zigzag(36, 138, 160)} stroke-width="1.5" />
    </svg>
  );
}

/** A closed zigzag between two radii around (200, 200). */
function zigzag(teeth: number, inner: number, outer: number): string {
  return `M${starPoints(teeth, outer, inner, 200).split(' ').join('L')}Z`;
}
