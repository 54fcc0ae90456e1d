/* Leaflet's minified build is a classic script, less than half the bytes of its module:
   the page loads it first, and modules get it from here. */
export default window.L;
