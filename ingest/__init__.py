"""The only writer: documents, spreadsheets and forms become what is known; and the home of accounts."""
