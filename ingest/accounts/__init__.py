"""Who may come in, who is acting, and whose a figure is."""
