"""The court's timetable of an application: what the court does and by when (Practice Directions 12B and 36Z);
what it may not ordinarily be asked (Children Act 1989 s.9). The service watches it."""

PLACE = 70
