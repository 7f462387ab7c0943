/** Elements of SVG that draw. Not among them: scripts, foreign objects, pictures within, links, animations, filters that load. */
export const SVG_ELEMENTS = (
  "svg g defs symbol use path rect circle ellipse line polyline polygon text tspan textPath marker clipPath mask pattern " +
  "linearGradient radialGradient stop switch view filter feGaussianBlur feOffset feBlend feColorMatrix feComposite feFlood " +
  "feMerge feMergeNode feMorphology"
).split(" ");

/** Attributes that say where, how large and how it is drawn. References are looked at one by one. */
export const SVG_ATTRIBUTES = (
  "id class style transform x y x1 y1 x2 y2 cx cy r rx ry fx fy fr width height d points pathLength viewBox " +
  "preserveAspectRatio href xlink:href offset dx dy rotate textLength lengthAdjust startOffset method spacing side " +
  "gradientUnits gradientTransform spreadMethod patternUnits patternContentUnits patternTransform clipPathUnits maskUnits " +
  "maskContentUnits markerWidth markerHeight markerUnits orient refX refY filterUnits primitiveUnits in in2 result " +
  "stdDeviation mode type values operator k1 k2 k3 k4 radius fill fill-opacity fill-rule stroke stroke-width " +
  "stroke-opacity stroke-dasharray stroke-dashoffset stroke-linecap stroke-linejoin stroke-miterlimit opacity color " +
  "display visibility overflow clip-path clip-rule mask filter flood-color flood-opacity stop-color stop-opacity " +
  "marker-start marker-mid marker-end paint-order vector-effect shape-rendering text-rendering color-interpolation " +
  "font-family font-size font-style font-weight font-variant font-stretch text-anchor text-decoration dominant-baseline " +
  "alignment-baseline baseline-shift letter-spacing word-spacing writing-mode direction unicode-bidi xml:space xml:lang " +
  "role aria-label aria-hidden"
).split(" ");
