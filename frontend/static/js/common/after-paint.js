// Loads a page's modules once its text is painted.
// They are many, and on a slow line would keep the text waiting. A page in the background is never
// painted and does not wait.

const {entry, modules} = document.querySelector('script[data-entry]').dataset;

if (document.visibilityState === 'hidden') {
  fetchAll();
} else {
  requestAnimationFrame(() => setTimeout(fetchAll));
}

function fetchAll() {
  modules.split(' ').forEach((name) => {
    document.head.append(Object.assign(document.createElement('link'), {rel: 'modulepreload', href: `/js/${name}`}));
  });
  import(`/js/${entry}`);
}
