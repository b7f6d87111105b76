"""What the law says: pure Python over dated tables, each with its source and in both languages."""
