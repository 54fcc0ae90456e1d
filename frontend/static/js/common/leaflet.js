// Gives modules Leaflet, which the page loads first.
// Its minified build is a classic script, less than half the bytes of its module.

export default window.L;
