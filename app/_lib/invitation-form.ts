/** Where an invitation is shown. Its code stands in no address. */
export const invitationPage = '/einladung'
/** The name under which its code is kept for a browser, and what was typed beside it when the form was refused. */
export const invitationForm = 'invitation'
