// The API's description, readable and runnable.
const root = document.getElementById('api');
window.SwaggerUIBundle({
  domNode: root,
  url: root.dataset.description,
  deepLinking: true,
  validatorUrl: null,
  defaultModelsExpandDepth: 0,
  docExpansion: 'list',
});
