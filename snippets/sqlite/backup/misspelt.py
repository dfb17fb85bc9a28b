from backup import back_up

back_up("shpo.db", "backup.db")
