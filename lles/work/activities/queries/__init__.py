"""What the file says of activities, for rules, tasks, pages and documents."""
