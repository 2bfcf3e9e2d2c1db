// Sends the form that waited until its person had shown who they are.
document.querySelector("form[data-goes-on]")?.requestSubmit();
