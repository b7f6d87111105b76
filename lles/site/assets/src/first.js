// Says before the first paint that scripts run, so that nothing jumps when they do.
document.body.classList.add("js-enabled", "govuk-frontend-supported");
